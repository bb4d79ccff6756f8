"""Makes the models and the table that the tests read: python make.py FOLDER, with mlflow 3.17 and xgboost 3.0.5."""

import sys
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb

out=Path(sys.argv[1])
rng=np.random.default_rng(7)
n=600
x=pd.DataFrame({"hours":rng.exponential(18,n),"tickets":rng.poisson(1.2,n),"promo":rng.random(n)<.25,"months":rng.integers(1,60,n)})
x.loc[::17,"hours"]=np.nan
y=(rng.random(n)<1/(1+np.exp(-( .6*x.tickets-.03*x.months+.0)))).astype(int)
t=slice(0,400); v=slice(400,600)
b=xgb.train({"objective":"binary:logistic","max_depth":3,"learning_rate":0.1,"seed":42,"subsample":.8,"nthread":1},xgb.DMatrix(x[t],y[t]),num_boost_round=40,evals=[(xgb.DMatrix(x[v],y[v]),"val")],early_stopping_rounds=5,verbose_eval=False)
mlflow.xgboost.save_model(b,str(out/"booster"),model_format="ubj")
c=xgb.XGBClassifier(n_estimators=40,max_depth=3,learning_rate=.1,random_state=42,early_stopping_rounds=5,scale_pos_weight=2.5,n_jobs=1).fit(x[t],y[t],eval_set=[(x[v],y[v])],verbose=False)
c._estimator_type="classifier"
mlflow.xgboost.save_model(c,str(out/"classifier"),model_format="json")
f=x.copy(); f["id"]=[f"S{i:04d}" for i in range(n)]; f["split"]=["val" if i%3==0 else "test" for i in range(n)]; f["label"]=y
f["score"]=b.predict(xgb.DMatrix(x)); f["best"]=b.predict(xgb.DMatrix(x),iteration_range=(0,b.best_iteration+1)); f["classifier"]=c.predict_proba(x)[:,1]
f.head(300).to_csv(out/"table.csv",index=False,float_format="%.9g")
